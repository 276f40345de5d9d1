import { Notice } from "@/components/notice";
import { currentWords } from "@/lib/web/current-words";

/** Says to whoever was led here from a method that does not count any more why they are here. */
export async function MethodOff({ given }: { given: string | string[] | undefined }) {
  if (given !== "method-off") return null;
  return <Notice tone="warning">{(await currentWords()).login.methodOff}</Notice>;
}
