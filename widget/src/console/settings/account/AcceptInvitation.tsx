import { LinkPage, type LinkProps } from './LinkPage';
import { NewPassword } from './NewPassword';

interface Offer {
  email: string;
  name: string;
}

/** The invited choose a name and a password. */
export default function AcceptInvitation(props: LinkProps) {
  return (
    <LinkPage<Offer>
      {...props}
      route="/api/account/invitation"
      use="accept"
      title="accept.title"
      submit="accept.join"
      values={(fields) => ({ name: String(fields.get('name')), password: String(fields.get('password')) })}
    >
      {({ email, name }, w) => (
        <>
          <p>{w.t('accept.about', { email })}</p>
          <label>
            {w.t('accept.name')}
            <input name="name" autocomplete="name" maxLength={80} required defaultValue={name} />
          </label>
          <NewPassword email={email} w={w} />
        </>
      )}
    </LinkPage>
  );
}
