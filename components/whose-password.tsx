/**
 * Tells the browser's password store whose password a form asks for. Text that is not shown: a field of the type "hidden"
 * is none that password stores read.
 */
export function WhosePassword({ email }: { email: string }) {
  return <input type="text" hidden readOnly autoComplete="username" defaultValue={email} />;
}
