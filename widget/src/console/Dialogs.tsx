import { ClaimDialog } from './ClaimDialog';
import { Dialog } from './Dialog';
import { useFace, useOpenTicket } from './face';
import { HandOverDialog } from './HandOverDialog';
import { KeysDialog } from './KeysDialog';
import { KindDialog } from './KindDialog';
import { Later } from './Later';
import type { DialogName } from './stage';
import { TransferDialog } from './TransferDialog';

const search = () => import('./search/Search');
const call = () => import('./phone/CallDialog');
const opening = () => import('./opening/Opening');
const handing = () => import('./handing/Handing');
const remote = () => import('./remote/Remote');

/** The dialog that is in front, if any. */
export function Dialogs() {
  const name = useFace().stage.dialog.value;
  return name && <Front key={name} name={name} />;
}

function Front({ name }: { name: DialogName }) {
  const { desk, stage, words } = useFace();
  const open = useOpenTicket();
  if (name === 'keys') return <KeysDialog />;
  if (name === 'search')
    return (
      <Dialog title={words.value.t('search')}>
        <Later load={search} give={{}} />
      </Dialog>
    );
  if (name === 'newTicket')
    return (
      <Dialog title={words.value.t('newTicket')}>
        <Later load={opening} give={{ from: null, preset: stage.preset }} />
      </Dialog>
    );
  if (name === 'handOver') return <HandOverDialog />;
  if (!open) return null;
  if (name === 'split' && desk.open.value)
    return (
      <Dialog title={words.value.t('split')}>
        <Later load={opening} give={{ from: desk.open.value, preset: null }} />
      </Dialog>
    );
  if (name === 'remote')
    return (
      <Dialog title={words.value.t('remote')}>
        <Later load={remote} give={{}} />
      </Dialog>
    );
  if (name === 'development')
    return (
      <Dialog title={words.value.t('development')}>
        <Later load={handing} give={{ ticket: open.ticket }} />
      </Dialog>
    );
  if (name === 'call')
    return (
      <Dialog title={words.value.t('call.log')}>
        <Later load={call} give={{ ticket: open.ticket, call: stage.call }} />
      </Dialog>
    );
  if (name === 'kind') return <KindDialog ticket={open.ticket} />;
  if (name === 'transfer') return <TransferDialog ticket={open.ticket} />;
  return <ClaimDialog ticket={open.ticket} />;
}
