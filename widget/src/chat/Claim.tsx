import { useState } from 'preact/hooks';
import type { Criticality } from '../contract/hubs';
import { useFace } from './face';
import { later } from './later';
import { view } from './view';

const Claims = later(() => import('./kinds/parts'), (part) => part.Claims);

/** The visitor says that the open ticket is urgent after all: in two steps, since staff will have to decide on it. */
export const Claim = view(({ criticality }: { criticality: Criticality }) => {
  const { conversation, words } = useFace();
  const [isOpen, setOpen] = useState(false);
  if (criticality === 'Claimed' || criticality === 'Confirmed') return null;
  const toggled = (open: boolean) => {
    setOpen(open);
    if (open) void conversation.askKinds();
  };
  return (
    <details onToggle={(event) => toggled(event.currentTarget.open)}>
      <summary>{words.t('claim')}</summary>
      {isOpen && <Claims />}
    </details>
  );
});
