// Package sheet reads the tables that people bring in (CSV of any spreadsheet,
// XLSX) and writes those that they take out.
//
// Reading has two steps. Read turns bytes into a Table: it finds the encoding,
// the separator and the line of the header, and bounds what a file may cost.
// Bind sets the table's columns beside those that a Form declares and gives the
// good rows, and for each bad one the line, the column and the sentence that a
// person needs to mend it.
//
// The package writes nothing but the tables it is given: whether a file with a
// bad row is taken at all is its caller's to say. It never evaluates a formula:
// in a workbook that comes in, a formula is worth the value that was saved with
// it; in a table that goes out, no text can become one.
//
// Amounts are read from their digits to minor units, never through a float.
//
// Workbooks are read by this package and written by excelize. Reading bounds
// every part before it is unpacked and every row before it is widened, and keeps
// the type of each cell while the file streams by; the library's readers do the
// one or the other. Its writer is the witness that the reader is right: the
// tests read what it wrote.
package sheet
