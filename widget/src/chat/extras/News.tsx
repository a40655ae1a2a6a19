import type { Message } from '../../contract/hubs';
import { later } from '../later';

const Part = later(() => import('../development/News'), (part) => part.News);

/** Few have any: it is fetched with the first. */
export const News = (props: { message: Message }) => <Part {...props} />;
