"""The sentences of the L rules: one for each variant of what reading can meet."""

from __future__ import annotations

from akmplan.messages import say

COLUMNS = {
    "number": "№",
    "title": "Nomi",
    "unit": "O‘lchov birligi",
    "baseline": "Miqdori: fakt",
    "target": "Miqdori: reja",
    "mechanism": "Amalga oshirish mexanizmi",
    "schedule": "Bajarilish muddati",
    "responsible": "Mas’ullar",
    "actual": "Bajarildi",
}

NO_PLAN = {
    "no_folder": say(
        "There is no folder “{folder}”. Create it, put the plan workbook into it and run again."
    ),
    "empty": say(
        "There is no workbook in “{folder}”. Put the plan workbook (.xlsx) and the monthly sheets "
        "into it and run again."
    ),
    "no_plan": say(
        "No plan table for {year} was found in the workbooks of “{folder}”. A plan is known by its "
        "headings: №, Nomi, O‘lchov birligi, Miqdori (fakt, reja), mexanizmi, muddati, Mas’ullar."
    ),
    "no_plan_in_file": say(
        "No plan table for {year} was found in “{file}”. A plan is known by its headings: №, Nomi, "
        "O‘lchov birligi, Miqdori (fakt, reja), mexanizmi, muddati, Mas’ullar."
    ),
}

FILE_FAULTS = {
    "empty_file": say("“{file}” is empty (0 bytes). Ask for it once more."),
    "too_large": say(
        "“{file}” is too large to be a plan or a monthly sheet. Delete what is not needed in it, "
        "pictures above all, and save it again."
    ),
    "encrypted": say(
        "“{file}” is protected by a password. Open it in Excel, remove the password (File, Info, "
        "Protect Workbook) and save it again."
    ),
    "damaged": say(
        "“{file}” is damaged and cannot be read ({detail}). Open it in Excel, let it be repaired "
        "and save it again, or ask for it once more."
    ),
    "no_reader": say(
        "“{file}” could not be read: the reader of old workbooks (.xls) did not start ({detail}). "
        "The file itself is not to blame. Run again, or open it in Excel and save it as an Excel "
        "workbook (.xlsx)."
    ),
    "xlsb": say(
        "“{file}” is a binary workbook (.xlsb), which is not read. Open it in Excel and save it as "
        "an Excel workbook (.xlsx)."
    ),
    "csv": say(
        "“{file}” is a text file with the name of a workbook. Open it in Excel and save it as an "
        "Excel workbook (.xlsx)."
    ),
    "html": say(
        "“{file}” is a web page with the name of a workbook. Open it in Excel and save it as an "
        "Excel workbook (.xlsx)."
    ),
    "pdf": say("“{file}” is a PDF document, not a workbook. Put the workbook here instead."),
    "word_document": say(
        "“{file}” is a Word document with the name of a workbook. Put the workbook here instead."
    ),
    "strict_ooxml": say(
        "“{file}” is saved as “Strict Open XML”. Open it in Excel and save it as an ordinary Excel "
        "workbook (.xlsx)."
    ),
    "unsafe": say(
        "“{file}” is built in a way that could do harm and is not opened ({detail}). Open it in "
        "Excel and save it as a new workbook."
    ),
    "locked": say(
        "“{file}” cannot be opened: another program holds it, or you may not read it. Close it "
        "and run again."
    ),
    "unknown": say(
        "“{file}” is not a workbook that can be read. Open it in Excel and save it as an Excel "
        "workbook (.xlsx)."
    ),
}

ROWS = {
    "plan": say(
        "This row is neither an item with a number nor a section nor “Shundan,”, and is not used. "
        "Give it its number, or move the note below the table."
    ),
    "month": say(
        "It is not said which month this sheet is for. Write it beside “Oy:”, for example "
        "“2026-yil mart”."
    ),
    "month_row": say(
        "This row has a figure but no number (№), and is not used. Write the number of its item."
    ),
    "struck": say(
        "Words are struck out here: “{text}”. Nothing says whether they still hold. Delete them, "
        "or take the line away."
    ),
    "unprintable": say(
        "This text holds characters that no document can show. Type it anew: “{text}”."
    ),
    "too_long": say(
        "This text is longer than a cell can be (32 767 characters). Shorten it: “{text}”."
    ),
    "indicator": say(
        "{item} has several indicators and none is named “{name}”; the figure is not used. Write "
        "the name of the indicator as the plan has it."
    ),
}

OTHER_PERIODS = {
    "tab": say(
        "The sheet says {month}, its tab says {tab}. Its figures are taken for {month}: correct "
        "the one that is wrong."
    ),
    "old_year": say(
        "The sheet names {named}, but most numbers of its “Yillik reja” are those of the plan for "
        "{year}; it is not used. Write {year} here, or take the sheet out of the input folder."
    ),
    "no_year": say(
        "The sheet does not say its year, and neither its workbook nor “Yillik reja” tells it for "
        "certain; it is not used. Write the year beside “Oy:”, for example “{example}”."
    ),
    "heading": say(
        "The title speaks of {expected}, the heading of this column of {found}. Correct the one "
        "that is wrong."
    ),
}

HIDDEN = {
    "row": say("A hidden row holds figures; they are used. Unhide the row, or delete it."),
    "column": say("A hidden column holds figures; they are used. Unhide the column, or delete it."),
    "sheet": say("A hidden sheet holds figures; they are used. Unhide the sheet, or delete it."),
}

FORMULAS = {
    "error": say("The cell shows an error ({text}). Correct the formula or type the number."),
    "uncomputed": say(
        "The formula {text} was never calculated. Open the workbook in Excel, save it and run "
        "again, or type the number."
    ),
}

HELPER_ROWS = {
    "unclear": say(
        "Column “{column}” of this row is not understood: “{text}”. The row is not used. "
        "Correct it."
    ),
    "blank": say(
        "Nothing stands in column “{column}” of this row, and the row is not used. Fill it in, or "
        "clear the row."
    ),
    "twice": say(
        "“{text}” stands in an earlier row of this sheet too, and this row is not used. Keep one "
        "of them."
    ),
    "twin": say(
        "An earlier helper sheet of this kind stands in {other}; this one is not read. Put the "
        "rows of both on one sheet."
    ),
    "no_year": say(
        "“{file}” does not say for which year its helper sheets are, and they are not read. Write "
        "the year, for example 2026, beside “year” on its hidden sheet “{sheet}”."
    ),
    "overwritten": say(
        "The hidden column “{column}” of this row does not say what akmplan wrote there (“{text}”),"
        " so nothing tells which finding is explained. Write the explanation again in a new "
        "kamchiliklar.xlsx."
    ),
    "no_form": say(
        "There is no form “{text}” (.xlsx) in the templates folder, so none is filled for this "
        "row. Put the file there or correct its name."
    ),
    "no_file": say(
        "There is no workbook “{text}” in the input folder; the reference stays open. Put the "
        "workbook there or correct its name."
    ),
    "many_files": say(
        "Several workbooks of the input folder are called “{text}”; the reference stays open. "
        "Write the name with its folder."
    ),
    "no_sheet": say(
        "That workbook has no sheet “{text}”; the reference stays open. Write the sheet's name as "
        "its tab has it."
    ),
    "no_number": say(
        "No single number stands in cell {text} of that workbook (“{there}”); the reference stays "
        "open. Write the cell that holds the number."
    ),
}

IGNORED = {
    "word_document": say(
        "“{file}” is a Word document and is not read. The plan must be an Excel workbook."
    ),
    "not_a_workbook": say("“{file}” is not an Excel workbook and is not read."),
    "not_a_file": say(
        "“{file}” is a link or a device, not a file in this folder, and is not read."
    ),
    "other_year": say("This sheet is for {year} and is not read for this year."),
    "other_years": say(
        "The monthly sheets for {years} in “{file}” are not read for this year ({year})."
    ),
    "helper_other_year": say(
        "The helper sheets in “{file}” are for {year} and are not read for this year."
    ),
    "other_plan": say("Another plan sheet is hidden here; the visible one is used."),
    "other_sheet": say("This sheet is neither a plan nor a monthly sheet and is not read."),
    "other_workbook": say(
        "“{file}” holds neither a plan nor a monthly sheet and is not read. A monthly sheet is "
        "known by the headings № and Bajarildi."
    ),
    "helper_elsewhere": say(
        "A helper sheet is read only in the plan's workbook and in a helper workbook; this one is "
        "not read."
    ),
    "submission": say("“{file}” is a paper already made by akmplan and is not read."),
    "findings": say(
        "“{file}” no longer has the hidden columns by which findings are known, and its "
        "explanations are not read. Write them again in a new kamchiliklar.xlsx."
    ),
}
