import { BrandMark } from "./brand-mark";
import { Hyphened } from "./hyphened";

type AuthCardProps = {
  /** The organisation, or the product where none is known yet. */
  name: string;
  title: string;
  description?: React.ReactNode;
  /** The other ways on, under the card: links. */
  footer?: React.ReactNode;
  children: React.ReactNode;
};

/** The frame of a page of someone who is not logged in: one thing to do, in the middle. */
export function AuthCard({ name, title, description, footer, children }: AuthCardProps) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto grid min-h-(--screen) w-full max-w-md content-center gap-6 px-4 py-10"
    >
      <p className="flex items-center justify-center gap-2.5 font-semibold tracking-tight">
        <BrandMark />
        <bdi>{name}</bdi>
      </p>
      <div className="grid gap-6 rounded-panel border border-line bg-surface p-6 shadow-float sm:p-8">
        <div className="grid gap-1.5">
          <h1 className="text-xl font-semibold tracking-tight">
            <Hyphened>{title}</Hyphened>
          </h1>
          {description && (
            <div className="text-sm text-muted">
              <Hyphened>{description}</Hyphened>
            </div>
          )}
        </div>
        {children}
      </div>
      {footer && (
        <div className="grid justify-items-center gap-1 text-center text-sm [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center pointer-coarse:[&_a]:min-h-11">
          {footer}
        </div>
      )}
    </main>
  );
}
