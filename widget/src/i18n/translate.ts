export type Locale = 'ru' | 'en';
export type Params = Readonly<Record<string, string | number>>;

/** The forms that Intl.PluralRules tells apart: Russian has one, few, many; English one and other. */
export type Plural = { one: string; few?: string; many?: string; other?: string };
export type Messages = Readonly<Record<string, string | Plural>>;
type KeyOf<M, V> = { [K in keyof M]: M[K] extends V ? K : never }[keyof M] & string;

export interface Words<M extends Messages> {
  readonly locale: Locale;
  t(key: KeyOf<M, string>, params?: Params): string;
  plural(key: Exclude<keyof M & string, KeyOf<M, string>>, count: number, params?: Params): string;
  /** The words of a key that may not exist. */
  find(key: string, params?: Params): string | null;
  /** For keys made from the wire (a refusal's code, a status): the fallback when there are no words for it. */
  or(key: string, fallback: KeyOf<M, string>, params?: Params): string;
}

export function asLocale(value: unknown): Locale {
  return typeof value === 'string' && value.toLowerCase().startsWith('en') ? 'en' : 'ru';
}

export function words<M extends Messages>(locale: Locale, messages: M): Words<M> {
  const rules = new Intl.PluralRules(locale);
  const text = (key: string) => {
    const message: unknown = Object.hasOwn(messages, key) ? messages[key] : undefined;
    return typeof message === 'string' ? message : undefined;
  };
  return {
    locale,
    t: (key, params) => fill(text(key) ?? key, params),
    plural: (key, count, params) => {
      const forms = messages[key] as Plural;
      const form = forms[rules.select(count) as keyof Plural] ?? forms.other ?? forms.many ?? forms.one;
      return fill(form, { count: new Intl.NumberFormat(locale).format(count), ...params });
    },
    find: (key, params) => {
      const found = text(key);
      return found === undefined ? null : fill(found, params);
    },
    or: (key, fallback, params) => fill(text(key) ?? text(fallback) ?? fallback, params),
  };
}

function fill(template: string, params: Params = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
