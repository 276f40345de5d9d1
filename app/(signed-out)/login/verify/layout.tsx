import { RefreshWhenShown } from "@/components/refresh-when-shown";
import { paths } from "@/lib/web/paths";

/** Whoever comes back from their mail or their authenticator app finds the second step as it stands by then. */
export default function SecondStepLayout({ children }: { children: React.ReactNode }) {
  return (
    <>
      {children}
      <RefreshWhenShown probe={paths.health} />
    </>
  );
}
