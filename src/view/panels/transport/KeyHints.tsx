// The keys that one needs first, beside the caption.
const hints = [
  { keys: ['←', '→'], words: 'step' },
  { keys: ['⇧←', '⇧→'], words: 'word' },
  { keys: ['space'], words: 'play' },
] as const;

export function KeyHints({ step }: { readonly step: string }) {
  return (
    <p className="transport-hints" aria-hidden>
      {hints.map(({ keys, words }) => (
        <span key={words}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{' '}
          {words === 'word' ? step : words}
        </span>
      ))}
    </p>
  );
}
