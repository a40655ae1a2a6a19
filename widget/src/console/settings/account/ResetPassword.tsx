import { LinkPage, type LinkProps } from './LinkPage';
import { NewPassword } from './NewPassword';

/** Whoever has lost their password sets a new one, and then signs in as before. */
export default function ResetPassword(props: LinkProps) {
  return (
    <LinkPage<{ email: string }>
      {...props}
      route="/api/account/reset"
      use="use"
      title="reset.title"
      submit="reset.set"
      values={(fields) => ({ password: String(fields.get('password')) })}
    >
      {({ email }, w) => (
        <>
          <p>{w.t('reset.about', { email })}</p>
          <NewPassword email={email} w={w} />
        </>
      )}
    </LinkPage>
  );
}
