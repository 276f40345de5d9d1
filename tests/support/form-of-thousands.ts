/** A form of 8,000 fields, as nobody fills one in, which counts how often it is `asked` for one of them. */
export class FormOfThousands extends FormData {
  asked = 0;

  constructor() {
    super();
    for (let index = 0; index < 8_000; index += 1) this.append(`field-${index}`, "x");
  }

  override getAll(name: string) {
    this.asked += 1;
    return super.getAll(name);
  }
}
