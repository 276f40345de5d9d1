/** The columns as lib/database/schema.ts declares them, read by a parser: TypeScript 7 has no interface for tools. */
import { parseSync, type TsType, type TsTypeElement } from "@swc/core";
import type { Column, Columns } from "./columns";

/** The columns of the interface `Schema` in `source`. */
export function columnsOfTypes(source: string): Columns {
  const { body } = parseSync(source, { syntax: "typescript" });
  const declarations = body.map((item) => (item.type === "ExportDeclaration" ? item.declaration : item));
  const aliases = new Map<string, TsType>();
  let tables: TsTypeElement[] = [];
  for (const declaration of declarations) {
    if (declaration.type === "TsTypeAliasDeclaration")
      aliases.set(declaration.id.value, declaration.typeAnnotation);
    if (declaration.type === "TsInterfaceDeclaration" && declaration.id.value === "Schema")
      tables = declaration.body.body;
  }
  return Object.fromEntries(
    members(tables).flatMap(([table, type]) => {
      if (type.type !== "TsTypeLiteral") throw new Error(`The table ${table} is no list of columns`);
      return members(type.members).map(([column, of]) => [`${table}.${column}`, columnOf(of, aliases)]);
    }),
  );
}

function members(elements: TsTypeElement[]): [name: string, type: TsType][] {
  return elements.map((element) => {
    if (
      element.type !== "TsPropertySignature" ||
      element.key.type !== "Identifier" ||
      !element.typeAnnotation
    )
      throw new Error(`A ${element.type} is neither table nor column`);
    return [element.key.value, element.typeAnnotation.typeAnnotation];
  });
}

function columnOf(type: TsType, aliases: Map<string, TsType>): Column {
  if (type.type === "TsParenthesizedType") return columnOf(type.typeAnnotation, aliases);
  if (type.type === "TsUnionType") return unionOf(type.types.map((each) => columnOf(each, aliases)));
  if (type.type === "TsArrayType") return { ...columnOf(type.elemType, aliases), type: "string[]" };
  if (type.type === "TsLiteralType" && type.literal.type === "StringLiteral")
    return { ...plain("string"), oneOf: [type.literal.value] };
  if (type.type === "TsKeywordType" && type.kind === "null") return { ...plain("string"), nullable: true };
  if (type.type === "TsKeywordType") return plain(type.kind as Column["type"]);
  if (type.type === "TsTypeReference" && type.typeName.type === "Identifier")
    return named(type.typeName.value, type.typeParams?.params ?? [], aliases);
  throw new Error(`A column cannot be a ${type.type} here`);
}

function named(name: string, parameters: TsType[], aliases: Map<string, TsType>): Column {
  const [selected, inserted] = parameters.map((parameter) => parameter);
  if (name === "Date") return plain("Date");
  if (name === "Record") return plain("json");
  if (name === "Generated" || name === "GeneratedAlways")
    return { ...columnOf(selected as TsType, aliases), filledIn: true };
  if (name === "ColumnType") {
    return { ...columnOf(selected as TsType, aliases), filledIn: mayBeLeftOut(inserted) };
  }
  const alias = aliases.get(name);
  if (!alias) throw new Error(`Nobody knows the type ${name}`);
  return columnOf(alias, aliases);
}

function unionOf(parts: Column[]): Column {
  const values = parts.filter(({ nullable }) => !nullable);
  return {
    type: values[0]?.type ?? "string",
    nullable: values.length < parts.length,
    filledIn: false,
    oneOf: values.flatMap(({ oneOf }) => oneOf).sort(),
  };
}

function mayBeLeftOut(type: TsType | undefined): boolean {
  if (type?.type === "TsUnionType") return type.types.some(mayBeLeftOut);
  return type?.type === "TsKeywordType" && type.kind === "undefined";
}

function plain(type: Column["type"]): Column {
  return { type, nullable: false, filledIn: false, oneOf: [] };
}
