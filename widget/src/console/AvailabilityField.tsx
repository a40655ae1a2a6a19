import type { Availability } from '../contract/hubs';
import { useFace } from './face';

/** What the agent says of themselves; colleagues see it at once. */
export function AvailabilityField() {
  const { desk, words } = useFace();
  const w = words.value;
  const said = desk.availability.value;
  const may: Availability[] = desk.me.value?.paidSupport ? ['Online', 'Away', 'PaidDuty'] : ['Online', 'Away'];
  const say = async (field: HTMLSelectElement) => {
    // What was refused is not what is shown.
    if (!(await desk.setAvailability(field.value as Availability))) field.value = desk.availability.peek();
  };
  return (
    <select
      class={`availability is-${said}`}
      aria-label={w.t('availability')}
      title={w.t(`availability.hint.${said}`)}
      value={said}
      disabled={!desk.isLoaded.value || desk.link.value !== 'open'}
      onChange={(event) => void say(event.currentTarget)}
    >
      {may.map((one) => (
        <option key={one} value={one}>
          {w.t(`availability.${one}`)}
        </option>
      ))}
    </select>
  );
}
