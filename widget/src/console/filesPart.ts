import { signal } from '@preact/signals';

/** All that has to do with files. It comes after the desk is shown. */
export const filesPart = signal<typeof import('./files/part') | null>(null);

/** Said again after it could not come, it asks again. */
export const fetchFiles = () => void (filesPart.peek() ?? import('./files/part').then((part) => (filesPart.value = part), () => {}));
