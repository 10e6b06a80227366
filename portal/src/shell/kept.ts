/** The two choices that a browser keeps, which say nothing about who one is. This is the only use of storage. */
export type Choice = 'colours' | 'language';

const PREFIX = 'litemaas.';

export function kept(choice: Choice): string | undefined {
  try {
    return window.localStorage.getItem(PREFIX + choice) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(choice: Choice, value: string) {
  try {
    window.localStorage.setItem(PREFIX + choice, value);
  } catch {
    // a browser that keeps nothing asks again next time
  }
}
