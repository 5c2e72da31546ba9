defmodule ShopTest do
  use ExUnit.Case
end
