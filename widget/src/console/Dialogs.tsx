import { ClaimDialog } from './ClaimDialog';
import { useFace, useOpenTicket } from './face';
import { HandOverDialog } from './HandOverDialog';
import { KeysDialog } from './KeysDialog';
import { KindDialog } from './KindDialog';
import { TransferDialog } from './TransferDialog';

/** The dialog that is in front, if any. */
export function Dialogs() {
  const { stage } = useFace();
  const open = useOpenTicket();
  const name = stage.dialog.value;
  if (name === 'keys') return <KeysDialog />;
  if (name === 'handOver') return <HandOverDialog />;
  if (name === null || !open) return null;
  if (name === 'kind') return <KindDialog ticket={open.ticket} />;
  if (name === 'transfer') return <TransferDialog ticket={open.ticket} />;
  return <ClaimDialog ticket={open.ticket} />;
}
