import { answer, passTotp } from "../../../target-codes";

export const POST = (request: Request): Promise<Response> => answer(request, passTotp);
