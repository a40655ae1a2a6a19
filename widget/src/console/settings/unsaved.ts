import { useEffect } from 'preact/hooks';
import type { FrameWords } from '../../i18n/settings/words';
import type { Route } from '../route';
import { useFrame } from './frame';
import type { Question } from './kit/Ask';

/** Forms that were changed and not saved. */
export class Unsaved {
  readonly #forms = new Set<() => boolean>();

  get isAny(): boolean {
    return [...this.#forms].some((isDirty) => isDirty());
  }

  watch(isDirty: () => boolean): () => void {
    this.#forms.add(isDirty);
    return () => this.#forms.delete(isDirty);
  }

  forget(): void {
    this.#forms.clear();
  }
}

/** Asks before the address turns away from an unsaved form, be it by a link or by Back; the browser asks before it leaves the page. */
export function guard(route: Route, unsaved: Unsaved, ask: (question: Question) => Promise<boolean>, words: () => FrameWords): () => void {
  route.guard = (steps) => {
    if (!unsaved.isAny) return false;
    history.go(-steps);
    const w = words();
    void ask({ title: w.t('unsaved.title'), text: w.t('unsaved.text'), yes: w.t('unsaved.leave'), no: w.t('unsaved.stay') }).then((leaves) => {
      if (!leaves) return;
      unsaved.forget();
      history.go(steps);
    });
    return true;
  };
  const unload = (event: BeforeUnloadEvent) => {
    if (unsaved.isAny) event.preventDefault();
  };
  addEventListener('beforeunload', unload);
  return () => {
    route.guard = null;
    removeEventListener('beforeunload', unload);
  };
}

/** As long as the component is there, leaving it is asked about whenever `isDirty`. */
export function useUnsaved(isDirty: () => boolean): void {
  const { unsaved } = useFrame();
  useEffect(() => unsaved.watch(isDirty), []);
}
