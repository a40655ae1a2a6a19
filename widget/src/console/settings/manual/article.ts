import en from '../../../i18n/settings/manual.en.json';
import ru from '../../../i18n/settings/manual.ru.json';
import { speech } from '../../../i18n/settings/words';

export const manualSpeech = speech({ ru, en });

export type ArticleLanguage = 'Russian' | 'English';
export type ArticleState = 'Draft' | 'Published';
export const languages: readonly ArticleLanguage[] = ['Russian', 'English'];
export const states: readonly ArticleState[] = ['Draft', 'Published'];

export interface ArticleLine {
  id: string;
  language: ArticleLanguage;
  title: string;
  tags: readonly string[];
  product: string | null;
  module: string | null;
  state: ArticleState;
}

export interface Article extends ArticleLine {
  version: number;
  /** Markdown. */
  body: string;
}

export interface ArticleVersion {
  version: number;
  at: string;
  /** Null: the product itself. */
  by: string | null;
  article: Article;
}
