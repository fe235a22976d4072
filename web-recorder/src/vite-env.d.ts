/// <reference types="vite/client" />

// For tools that do not read .vue files themselves; vue-tsc knows better.
declare module '*.vue' {
  import type { DefineComponent } from 'vue';

  const component: DefineComponent;
  export default component;
}
