import type { Message } from '../../contract/hubs';
import { later } from '../later';

const Card = later(() => import('../remote/Remote'), (part) => part.Remote);

/** Of remote support: it comes with the first invitation. */
export const Remote = ({ message }: { message: Message }) => <Card message={message} />;
