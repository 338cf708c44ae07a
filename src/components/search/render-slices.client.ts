const sliceLength = 4;

/**
 * Puts elements into a list, a few at a time, so that no task is long; the first ones take the place of what was
 * there. Ends early where `isLate` says that something else is shown by now.
 */
export async function renderSlices<Item>(
  list: HTMLElement,
  items: readonly Item[],
  render: (item: Item) => HTMLElement,
  isLate: () => boolean,
): Promise<void> {
  list.replaceChildren(...items.slice(0, sliceLength).map(render));
  for (let start = sliceLength; start < items.length; start += sliceLength) {
    await nextTask();
    if (isLate()) return;
    list.append(...items.slice(start, start + sliceLength).map(render));
  }
}

/** Not a frame: those stand still in tabs that are not seen. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}
