import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router';

export interface Detail {
  /** What is open beside the list, null for nothing */
  openId: ComputedRef<string | null>;
  linkTo: (id: string) => RouteLocationRaw;
  /** `keys`: walking through the rows leaves no trail in the history of the browser */
  open: (id: string, by: 'keys' | 'pointer') => void;
  close: () => void;
}

/** The detail of a list's page: the optional last part of its address. The list keeps its own part of it. */
export function useDetail(page: string, param: string): Detail {
  const route = useRoute();
  const router = useRouter();
  const openId = computed(() => {
    const id = route.params[param];
    return typeof id === 'string' && id !== '' ? id : null;
  });
  const linkTo = (id: string): RouteLocationRaw => ({
    name: page,
    params: { [param]: id },
    query: route.query,
  });

  return {
    openId,
    linkTo,
    open: (id, by) =>
      void (by === 'keys' && openId.value ? router.replace(linkTo(id)) : router.push(linkTo(id))),
    close: () => void router.push({ name: page, query: route.query }),
  };
}
