import { z } from "zod";
import { methods } from "@/lib/two-factor/method";

/** The methods that are ticked, in the order in which the product names them; `sentence` is for one that is none. */
export function chosenMethods(sentence: string) {
  return z
    .array(z.enum(methods, sentence), sentence)
    .transform((chosen) => methods.filter((method) => chosen.includes(method)));
}
