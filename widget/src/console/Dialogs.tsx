import { ClaimDialog } from './ClaimDialog';
import { Dialog } from './Dialog';
import { useFace, useOpenTicket } from './face';
import { HandOverDialog } from './HandOverDialog';
import { KeysDialog } from './KeysDialog';
import { KindDialog } from './KindDialog';
import { Later } from './Later';
import { TransferDialog } from './TransferDialog';

const search = () => import('./search/Search');

/** The dialog that is in front, if any. */
export function Dialogs() {
  const { stage, words } = useFace();
  const open = useOpenTicket();
  const name = stage.dialog.value;
  if (name === 'keys') return <KeysDialog />;
  if (name === 'search')
    return (
      <Dialog title={words.value.t('search')}>
        <Later load={search} give={{}} />
      </Dialog>
    );
  if (name === 'handOver') return <HandOverDialog />;
  if (name === null || !open) return null;
  if (name === 'kind') return <KindDialog ticket={open.ticket} />;
  if (name === 'transfer') return <TransferDialog ticket={open.ticket} />;
  return <ClaimDialog ticket={open.ticket} />;
}
