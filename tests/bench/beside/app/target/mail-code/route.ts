import { answer, passMailCode } from "../../../target-codes";

export const POST = (request: Request): Promise<Response> => answer(request, passMailCode);
