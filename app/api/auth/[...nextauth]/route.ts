import { handlers } from "@/lib/web/next-auth";

/** NextAuth's own addresses. Its callback redeems a verified pending login and nothing else. */
export const { GET, POST } = handlers;
