ActiveRecord::Schema[8.1].define(version: 2026_01_10_000000) do
end
