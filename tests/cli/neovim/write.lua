-- What somebody does in Neovim who writes a draft: opens it, reads what was found, chooses a quick fix, follows a figure
-- to its fact, and corrects that. Each step says on standard output what came of it. SETUP names the Lua file that starts the server.
-- Only functions that Neovim has had since 0.7 are called.

local PATIENCE = 20000 -- milliseconds

local function say(...)
  io.stdout:write(table.concat({ ... }, " "), "\n")
end

-- Waits until something is there, and hands it back.
local function await(what, find)
  local found
  vim.wait(PATIENCE, function()
    found = find()
    return found
  end, 10)
  return found or error("waited in vain for " .. what)
end

-- What is found in the draft, by its place, when it is as many findings as this.
local function findings(count)
  return await(count .. " findings", function()
    local all = vim.diagnostic.get(0)
    table.sort(all, function(a, b)
      return a.lnum < b.lnum
    end)
    return #all == count and all
  end)
end

local function show(one)
  local words = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
  say(("%d:%d"):format(one.lnum + 1, one.col + 1), one.source, table.concat(words, " "))
  say("  " .. one.message:gsub("\n", "\n  "))
end

-- Puts the cursor on the first of these words.
local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search("\\V" .. words, "c") > 0, words)
end

-- Chooses the action with this title from those that are offered where the cursor is.
local function choose(title)
  local offered
  vim.ui.select = function(items, options, chosen)
    offered = vim.tbl_map(options.format_item or tostring, items)
    for at, words in ipairs(offered) do
      if vim.startswith(words, title) then
        return chosen(items[at], at)
      end
    end
    chosen(nil)
  end
  vim.lsp.buf.code_action()
  for _, words in ipairs(await("the actions", function() return offered end)) do
    say("offered:", words)
  end
end

local function write()
  dofile(vim.env.SETUP)
  vim.cmd("edit draft.md")
  say("language:", vim.bo.filetype, "line ends:", vim.bo.fileformat)
  local found = findings(2)
  vim.tbl_map(show, found)

  go_to("31 specialists")
  local before = vim.api.nvim_get_current_line()
  choose("Write 29 for 31")
  await("the edit", function()
    return vim.api.nvim_get_current_line() ~= before
  end)
  say("line:", vim.api.nvim_get_current_line())
  vim.tbl_map(show, findings(1))

  go_to("13 people")
  vim.lsp.buf.definition()
  local name = await("the fact", function()
    local name = vim.fn.expand("%:t")
    return name ~= "draft.md" and name
  end)
  say("definition:", name, ("%d:%d"):format(vim.fn.line("."), vim.fn.col(".")))

  -- The desk corrects itself.
  vim.cmd("silent substitute/31 people/13 people/ | silent write")
  vim.cmd("buffer draft.md")
  say("left:", #findings(0))
end

local well, fault = xpcall(write, debug.traceback)
if not well then
  say(fault)
end
vim.cmd(well and "qall!" or "cquit")
