import type { CsvColumns } from "@/lib/kernel/csv";
import type { ListedUser } from "@/lib/organisations/user";
import type { Words } from "@/lib/words/words";

/** What a downloaded list tells of each user: the columns of the page, without its layout. */
export function userColumns(words: Words["users"]): CsvColumns<ListedUser> {
  const { columns } = words;
  return [
    { heading: columns.name, cell: ({ name }) => name },
    { heading: columns.address, cell: ({ email }) => email },
    {
      heading: columns.email,
      cell: ({ emailConfirmed }) => (emailConfirmed ? columns.confirmed : columns.notConfirmed),
    },
    { heading: columns.role, cell: ({ role }) => words.roles[role] },
    { heading: columns.teams, cell: ({ teams }) => teams.join(", ") },
    {
      heading: columns.twoFactor,
      cell: ({ methods }) => methods.map((method) => words.methods[method]).join(", ") || words.noMethod,
    },
    { heading: columns.status, cell: ({ status }) => words.statuses[status] },
    { heading: columns.lastLogin, cell: ({ lastLoginAt }) => lastLoginAt?.toISOString() ?? "" },
  ];
}
