// The part of docs/performance.md that the bench of the page writes, between two marks; the bench of the engine keeps it.
export const marks = { from: '<!-- written by npm run bench:view -->', to: '<!-- end of what npm run bench:view wrote -->' };

/** What stands between the marks, with them; '' where they are not. @param {string} text */
export function sectionOf(text) {
  const [from, to] = [text.indexOf(marks.from), text.indexOf(marks.to)];
  return from < 0 || to < from ? '' : text.slice(from, to + marks.to.length);
}

/** The text with that section in its place, or at its end. @param {string} text @param {string} body */
export function withSection(text, body) {
  const section = `${marks.from}\n${body.trim()}\n${marks.to}`;
  const before = sectionOf(text);
  return before === '' ? `${text.trimEnd()}\n\n${section}\n` : text.replace(before, () => section);
}
