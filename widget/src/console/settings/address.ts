import { useFace } from '../face';

/** `settings/people/42?tab=x` taken apart. */
export interface Address {
  /** '' where the settings were opened and no screen named. */
  screen: string;
  rest: readonly string[];
  query: URLSearchParams;
}

export function addressOf(path: string): Address {
  const [place = '', query = ''] = path.split('?', 2);
  const [, screen = '', ...rest] = place.split('/').map(decoded);
  return { screen, rest: rest.filter((part) => part !== ''), query: new URLSearchParams(query) };
}

/** An address that somebody typed may be wrong in any way. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function useAddress(): Address {
  return addressOf(useFace().stage.route.path.value);
}

/** The link to a screen: `linkTo('people', id)`. */
export const linkTo = (...parts: readonly string[]) => `#${['settings', ...parts.map(encodeURIComponent)].join('/')}`;

export function go(link: string): void {
  location.hash = link;
}
