import { Dialog } from './Dialog';
import { useFace } from './face';
import { keys } from './keys';

export function KeysDialog() {
  const { words, stage } = useFace();
  const w = words.value;
  const { keys: isOn } = stage.preferences;
  return (
    <Dialog title={w.t('keys')}>
      <label class="check">
        <input type="checkbox" checked={isOn.value} onChange={(event) => (isOn.value = event.currentTarget.checked)} />
        {w.t('keys.on')}
      </label>
      <dl class="keys">
        {keys.map(({ name, shown }) => (
          <div key={name}>
            <dt>
              {shown.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{w.t(`key.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="nothing">{w.t('keys.hint')}</p>
    </Dialog>
  );
}
