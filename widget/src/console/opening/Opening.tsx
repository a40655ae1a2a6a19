import type { OpenTicket } from '../openTicket';
import type { Preset } from '../stage';
import { NewTicket } from './NewTicket';
import './opening.css';
import { SplitTicket } from './SplitTicket';

/** A ticket is opened by hand: split off from one, or for a customer. */
export default function Opening({ from, preset }: { from: OpenTicket | null; preset: Preset | null }) {
  return from ? <SplitTicket open={from} /> : <NewTicket preset={preset} />;
}
