import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";

/** NextAuth set up as in the product, but for a provider that lets anybody in and asks nobody. */
export const { signIn } = NextAuth({
  providers: [Credentials({ id: "anybody", credentials: {}, authorize: async () => ({ id: "anybody" }) })],
  secret: "of the bench, and of nothing else",
  trustHost: true,
  session: { strategy: "jwt" },
  jwt: {
    encode: async () => "a token of the session, as long as those of the product",
    decode: async () => null,
  },
});
