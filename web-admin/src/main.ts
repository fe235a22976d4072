import { mount } from './mount';

const element = document.querySelector<HTMLElement>('#console');
if (!element) throw new Error('The page has no element #console');

mount(element, { basePath: '/admin', graphqlUrl: '/api/graphql' });
