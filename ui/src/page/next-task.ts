import { onMounted, ref, type Ref } from 'vue';

/** Ends the browser's task: it paints, and answers to touches, before what follows. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** False while a component is mounted, true from the next task on: for parts that come after what is around them. */
export function useNextTask(): Readonly<Ref<boolean>> {
  const isNext = ref(false);
  onMounted(async () => {
    await nextTask();
    isNext.value = true;
  });
  return isNext;
}

let isStart = true;
/** How many parts that were put off at the start are not shown yet. */
let putOff = 0;

/**
 * The same, but only until all that was put off at the start is there, and what was put off within it; from then on true
 * at once. On the way back a page has to be there at once, or the browser does not find the place on it again.
 */
export function useNextTaskAtStart(): Readonly<Ref<boolean>> {
  if (!isStart) return ref(true);
  putOff += 1;
  const isNext = useNextTask();
  onMounted(async () => {
    await nextTask();
    putOff -= 1;
    if (putOff === 0) isStart = false;
  });
  return isNext;
}
