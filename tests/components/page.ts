/** A page in jsdom that each test finds empty. */
import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// What is waited for comes at once; on a busy machine that is more than the second that is waited by itself.
configure({ asyncUtilTimeout: 20_000 });

export { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
export { default as userEvent } from "@testing-library/user-event";
