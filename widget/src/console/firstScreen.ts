import type { AgentClient, AgentHub, DeskView } from '../contract/hubs';
import type { Connection, Push } from '../core/connection';

/** Pushes of what the first screen shows. */
const shown: ReadonlySet<string> = new Set<keyof AgentClient>(['Queue', 'Ticket', 'Presence', 'PaidGaps', 'Alarms', 'Calls']);

/** Shows the whole first screen. What is pushed while it is read may be newer than it, and is heard again after it. */
export async function readFirstScreen(connection: Connection<AgentHub, AgentClient>, see: (view: DeskView) => void, patience?: number): Promise<void> {
  const meanwhile: Push[] = [];
  const stop = connection.pushes.subscribe((push) => meanwhile.push(push));
  see(await connection.invoke('Desk', [], patience).finally(stop));
  for (const push of meanwhile) if (shown.has(push[0])) connection.hear(push);
}
