import { useEffect, useRef } from 'preact/hooks';
import { useFace } from '../face';
import { linkTo } from './address';
import { useFrame } from './frame';
import { groups, type Screen } from './screens';

interface MenuProps {
  screens: readonly Screen[];
  current: string | null;
  /** On a phone the list is a screen of its own. */
  takesFocus: boolean;
}

/** The screens that this agent may open. */
export function Menu({ screens, current, takesFocus }: MenuProps) {
  const { w } = useFrame();
  const { title } = useFace().stage;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    heading.current?.focus();
    title.value = w.t('settings');
  }, [takesFocus, w]);
  return (
    <nav class="settings-menu" aria-label={w.t('settings.sections')}>
      <a class="settings-up" href="#">
        {w.t('settings.close')}
      </a>
      <h2 ref={heading} tabIndex={-1}>
        {w.t('settings')}
      </h2>
      {groups.map((group) => {
        const listed = screens.filter((screen) => screen.group === group);
        return (
          listed.length > 0 && (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h3 id={`group-${group}`}>{w.t(`group.${group}`)}</h3>
              <ul>
                {listed.map(({ path, title: name }) => (
                  <li key={path}>
                    <a href={linkTo(path)} aria-current={path === current ? 'page' : undefined}>
                      {w.t(name)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </nav>
  );
}
