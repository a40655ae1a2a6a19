import type { RequestKind } from '../../../contract/hubs';
import en from '../../../i18n/settings/ratings.en.json';
import ru from '../../../i18n/settings/ratings.ru.json';
import { speech } from '../../../i18n/settings/words';

export const ratingSpeech = speech({ ru, en });

/** One line of `GET /api/ratings`. */
export interface Rating {
  ticket: string;
  number: string;
  kind: RequestKind;
  at: string;
  stars: number;
  /** Null: they said nothing. */
  comment: string | null;
  helped: boolean | null;
  agent: string | null;
  agentName: string | null;
}

/** One line of `GET /api/ratings/summary`. */
export interface AgentRatings {
  agent: string | null;
  name: string | null;
  count: number;
  average: number;
  helped: number;
  didNotHelp: number;
}

/** One line of `GET /api/articles/use`. */
export interface ArticleServed {
  article: string;
  title: string;
  helped: number;
  shown: number;
  read: number;
}
