/** Redeems a verified pending login, once; what comes of it is the business of whoever writes the statement around it. */
export { type Claimed, claiming, lockingOwner, notingLogin } from "./pending-login-queries";
