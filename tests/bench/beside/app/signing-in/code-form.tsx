/** A form whose action does what the target does with a code, and signs in by NextAuth. */
export function CodeForm({ action }: { action: (form: FormData) => Promise<void> }) {
  return (
    <form action={action}>
      <input name="code" aria-label="Code" />
      <button type="submit">Go in</button>
    </form>
  );
}
