class CreateOrders < ActiveRecord::Migration[8.1]
  def change
    create_table :orders
  end
end
