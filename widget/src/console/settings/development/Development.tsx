import type { ScreenProps } from '../screens';
import { BoardPage } from './Board';
import './development.css';
import { ItemPage, NewItem } from './ItemPage';
import { ReleasePage } from './ReleasePage';

/** What development is to make, who waits for it, and the versions that bring it. */
export default function Development({ rest: [what] }: ScreenProps) {
  if (what === undefined) return <BoardPage />;
  return what === 'new' ? <NewItem /> : what === 'release' ? <ReleasePage /> : <ItemPage id={what} />;
}
