type ButtonTextProps = { icon?: React.ReactNode; children: React.ReactNode };

/** What stands on a button: an icon is a part of the first line, so that it stays with a text that takes two. */
export function ButtonText({ icon, children }: ButtonTextProps) {
  if (!icon) return children;
  return (
    <span className="[&>:first-child]:me-2 [&>:first-child]:inline-block [&>:first-child]:align-[-0.2em]">
      {icon}
      {children}
    </span>
  );
}
