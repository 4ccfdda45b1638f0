import { isDate } from "@concordat/model";
import { z } from "zod";

export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isDate, "is not a date that the calendar has; write it as 2026-04-01");
