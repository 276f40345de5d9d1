import { textButtonLook } from "./text-button-look";

/** Submits the form around it and looks like a link: for the ways out of a page. */
export function TextButton({ children }: { children: React.ReactNode }) {
  return (
    <button type="submit" className={textButtonLook}>
      {children}
    </button>
  );
}
