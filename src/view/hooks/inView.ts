// Whether an element is within what can be seen of the page, told by the browser as it changes: asking for its place would force a layout.
const outside = new WeakSet<Element>();
let observer: IntersectionObserver | null = null;

/** Follows an element from now on. Returns what ends that. */
export function watchView(element: Element): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {};
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) outside.delete(target);
      else outside.add(target);
    }
  });
  const following = observer;
  following.observe(element);
  return () => {
    following.unobserve(element);
    outside.delete(element);
  };
}

/** What is not followed, or nothing has been told of yet, counts as seen. */
export const isInView = (element: Element | null): boolean => element === null || !outside.has(element);
