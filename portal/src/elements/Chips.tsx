/** Names side by side, such as the models that a key may call. */
export function Chips({ names, label, most = Infinity }: { names: string[]; label: string; most?: number }) {
  const rest = names.length - most;
  return (
    <ul className="lm-chips" aria-label={label}>
      {names.slice(0, most).map((name) => (
        <li key={name}>{name}</li>
      ))}
      {rest > 0 && <li className="lm-chips__rest" title={names.slice(most).join(', ')}>{`+${rest}`}</li>}
    </ul>
  );
}
