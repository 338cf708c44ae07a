import type { Page } from 'playwright-core';

/** Makes the visitor one who asks for little traffic, so that walking over all links fetches none of them. */
export async function saveData(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
}

/** How many pixels the page is wider than the window. */
export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Whether the focus is where the keyboard moves it: what cannot be seen there, or does not look focused. */
export async function findLostFocus(page: Page): Promise<string[]> {
  // With the keyboard as the last thing used, the browser shows the focus that a script moves too.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    // The focus may show around what is near: a card around its title, the label after a hidden input.
    const near = (element: Element) => [
      element,
      element.nextElementSibling,
      element.parentElement,
      element.parentElement?.parentElement,
      element.parentElement?.parentElement?.parentElement,
      element.closest('article'),
    ];
    const looksOf = (element: Element) =>
      near(element)
        .filter((part) => part !== null && part !== undefined)
        .map((part) => {
          const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } =
            getComputedStyle(part);
          const outline = outlineStyle === 'none' ? 'none' : outlineWidth + outlineColor;
          const { backgroundColor } = getComputedStyle(part);
          return [outline, boxShadow, borderColor, backgroundColor].join();
        })
        .join();
    const describe = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('aria-label') || element.id).trim().slice(0, 40)}”`;
    const faults: string[] = [];
    const selector = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches(':disabled'))
        continue;
      element.blur();
      const before = looksOf(element);
      element.focus();
      if (document.activeElement !== element) {
        faults.push(`${describe(element)} takes no focus`);
        continue;
      }
      if (looksOf(element) === before) faults.push(`${describe(element)} does not look focused`);
      const boxes = [...element.getClientRects()];
      const isInView = boxes.some(
        ({ top, bottom, left, right, width }) =>
          width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      );
      if (!isInView) faults.push(`${describe(element)} is out of the window`);
      const isCovered = boxes.every(({ left, top, width, height }) => {
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return (
          there !== null &&
          !element.contains(there) &&
          !there.contains(element) &&
          ['fixed', 'sticky'].includes(getComputedStyle(there).position)
        );
      });
      if (isCovered) faults.push(`${describe(element)} is covered`);
    }
    return faults;
  });
}

/** What has words that are cut off, once text is spaced as WCAG 1.4.12 has it. */
export async function findClippedText(page: Page): Promise<string[]> {
  const style = await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-block-end: 2em !important; }`,
  });
  const clipped = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath, textOverflow, webkitLineClamp } =
          getComputedStyle(element);
        const isHidden = [overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value));
        const hasWords = [...element.childNodes].some(
          ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim() !== '',
        );
        return (
          hasWords &&
          isHidden &&
          clipPath === 'none' &&
          // Hidden from the eye on purpose, or lines that say with an ellipsis that there is more behind their link.
          element.clientWidth > 1 &&
          textOverflow !== 'ellipsis' &&
          webkitLineClamp === 'none' &&
          (element.scrollHeight > element.clientHeight + 1 ||
            element.scrollWidth > element.clientWidth + 1)
        );
      })
      .map(({ className, textContent }) => `${className}: ${textContent.trim().slice(0, 40)}`),
  );
  const overflow = await overflowOf(page);
  await style.evaluate((element) => {
    (element as Element).remove();
  });
  return overflow > 0 ? [...clipped, `the page is ${String(overflow)} pixels too wide`] : clipped;
}

/** What moves, on a page of somebody who wants no motion. */
export async function findMotion(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration, animationName, scrollBehavior } =
          getComputedStyle(element);
        const longest = (durations: string) =>
          Math.max(...durations.split(',').map(Number.parseFloat));
        return (
          longest(transitionDuration) > 0.01 ||
          (animationName !== 'none' && longest(animationDuration) > 0.01) ||
          scrollBehavior === 'smooth'
        );
      })
      .map(({ tagName, className }) => `${tagName.toLowerCase()}.${String(className)}`),
  );
}

/** Starts to note what jumps while the page comes in, with its type and pictures late. To be called before it is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.route(/\.woff2$|\/_images\/|\/covers\//, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    await route.continue();
  });
  await page.addInitScript(() => {
    const shifts: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as LayoutShift).value);
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, { shifts });
    interface LayoutShift {
      value: number;
    }
  });
}

/** The sum of what has jumped since `watchShifts`, once type and pictures are there. */
export async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { shifts } = globalThis as unknown as { shifts: number[] };
    return shifts.reduce((sum, value) => sum + value, 0);
  });
}
