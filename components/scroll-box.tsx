/** A list that may be long, and scrolls by itself so that what follows stays near; its edges show that there is more. */
export function ScrollBox({ children }: { children: React.ReactNode }) {
  return (
    <div className="scroll-box -mx-1.5 -my-0.5 max-h-96 overflow-y-auto px-1.5 py-0.5 print:max-h-none">
      {children}
    </div>
  );
}
